package org.mimawari.connector.export.microsoft;

import java.util.Optional;
import org.mimawari.evidence.EvidenceKind;

/**
 * What is done with the records of one operation.
 *
 * @param fields the fields of the record that are needed, as bits of {@link AuditField}
 * @param shows the kind of evidence that a log with such records shows whole; empty for changes of settings
 */
record AuditOperation(AuditTranslation translation, long fields, Optional<EvidenceKind> shows) {

    private static final long ALWAYS = AuditField.AUDIT_DATA.bit() | AuditField.ID.bit() | AuditField.OPERATION.bit()
            | AuditField.ROW_ID.bit() | AuditField.TIME.bit() | AuditField.USER.bit();
    private static final long PEOPLE = AuditField.USER_TYPE.bit() | AuditField.CLIENT_IP.bit()
            | AuditField.CLIENT_IP_ADDRESS.bit() | AuditField.ACTOR_IP.bit() | AuditField.CLIENT_APP_ID.bit()
            | AuditField.APP_ID.bit() | AuditField.SESSION.bit() | AuditField.CONTEXT.bit() | AuditField.RESULT.bit()
            | AuditField.USER_KEY.bit();
    private static final long SIGN_IN = PEOPLE | AuditField.APPLICATION_ID.bit() | AuditField.ERROR_NUMBER.bit()
            | AuditField.LOGON_ERROR.bit() | AuditField.EXTENDED.bit() | AuditField.DEVICE.bit()
            | AuditField.USER_AGENT.bit();
    private static final long ITEM = PEOPLE | AuditField.OWNER.bit() | AuditField.LOGON_TYPE.bit()
            | AuditField.CLIENT.bit() | AuditField.EXTERNAL_ACCESS.bit() | AuditField.ITEM.bit();

    /** Holds nothing for us: only counted. */
    static final AuditOperation IGNORED = new AuditOperation(AuditTranslation.NOTHING, ALWAYS, Optional.empty());

    static AuditOperation change(AuditTranslation translation) {
        return new AuditOperation(translation, -1L, Optional.empty());
    }

    static AuditOperation signIn(AuditTranslation translation) {
        return new AuditOperation(translation, ALWAYS | SIGN_IN, Optional.of(EvidenceKind.SIGN_IN));
    }

    static AuditOperation access(AuditTranslation translation) {
        return new AuditOperation(translation, ALWAYS | ITEM | AuditField.FOLDERS.bit() | AuditField.COUNT.bit()
                | AuditField.OPERATION_PROPERTIES.bit(), Optional.of(EvidenceKind.MAIL_ACCESS));
    }

    static AuditOperation sent(AuditTranslation translation) {
        return new AuditOperation(translation, ALWAYS | ITEM | AuditField.SEND_AS.bit()
                | AuditField.SEND_ON_BEHALF.bit(), Optional.of(EvidenceKind.SENT_MESSAGE));
    }

    static AuditOperation showing(EvidenceKind kind, AuditTranslation translation) {
        return new AuditOperation(translation, -1L, Optional.of(kind));
    }

    boolean isIgnored() {
        return translation == AuditTranslation.NOTHING;
    }
}
