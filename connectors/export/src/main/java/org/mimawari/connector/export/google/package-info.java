/** Exports of Google Workspace: Reports API, admin console downloads, GAM tables. */
@NullMarked
package org.mimawari.connector.export.google;

import org.jspecify.annotations.NullMarked;
