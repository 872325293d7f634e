package org.mimawari.connector.export.microsoft;

import java.io.IOException;

/**
 * A JSON value being walked, once and forwards. It stands on a value, which must be taken in exactly one way: as text,
 * by walking into it to its end, or by skipping it.
 */
interface AuditInput {

    /** What the input stands on. */
    enum Kind { TEXT, SCALAR, OBJECT, ARRAY }

    Kind kind();

    /** Walks into the object or array. */
    void enter() throws IOException;

    /** Moves to the next field's value; false at the end of the object. */
    boolean nextField() throws IOException;

    /** Moves to the next element; false at the end of the array. */
    boolean nextElement() throws IOException;

    /** The name of the field, or an empty text where no reader asks for that name. */
    String name() throws IOException;

    /** The name of the field, whatever it is. */
    String anyName() throws IOException;

    /** Which field of an audit record the name stands for. */
    AuditField field() throws IOException;

    /** A text or scalar as text; JSON null is empty. */
    String text() throws IOException;

    /** A structure as one text: scalars of a list joined with semicolons, all else as JSON. */
    String flat() throws IOException;

    void skip() throws IOException;
}
