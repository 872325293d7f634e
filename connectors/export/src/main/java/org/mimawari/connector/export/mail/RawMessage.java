package org.mimawari.connector.export.mail;

/**
 * One message as it lies in a file.
 *
 * @param bytes its beginning, at most {@link org.mimawari.message.MailMessage#LONGEST} bytes
 * @param size of the whole, in bytes
 */
record RawMessage(byte[] bytes, long size) {}
