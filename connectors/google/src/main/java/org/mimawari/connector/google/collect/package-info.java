/** Collecting the evidence of an organisation in Google Workspace, kind by kind. */
@NullMarked
package org.mimawari.connector.google.collect;

import org.jspecify.annotations.NullMarked;
