package org.mimawari.connector.imap;

import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.EvidenceSink;

/** One collection from beginning to end: where evidence goes, and how far earlier ones came. */
record Round(EvidenceSink sink, Checkpoints checkpoints) {}
