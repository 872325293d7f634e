package org.mimawari.connector.export.microsoft;

/** Turns one audit record of an operation it knows into evidence. */
@FunctionalInterface
interface AuditTranslation {

    AuditTranslation NOTHING = (record, scene) -> {};

    void translate(AuditRecord record, AuditScene scene);
}
