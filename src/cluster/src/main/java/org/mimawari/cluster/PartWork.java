package org.mimawari.cluster;

import java.io.Serializable;
import org.mimawari.connector.export.folder.ExportPart;

/**
 * A part to read.
 *
 * @param number its place in the order in which one program would read
 * @param export the place of its connector's settings in the list of all
 */
record PartWork(int number, int export, ExportPart part) implements Serializable {}
