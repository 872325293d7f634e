package org.mimawari.announce.setting;

/**
 * A channel is configured wrongly. The message names the setting, what was expected and what was found; never a secret.
 */
public final class SettingException extends Exception {

    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }
}
