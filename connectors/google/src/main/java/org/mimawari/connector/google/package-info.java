/** The connector for Google Workspace: what it is told, and the connector itself. */
@NullMarked
package org.mimawari.connector.google;

import org.jspecify.annotations.NullMarked;
