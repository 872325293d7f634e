package org.mimawari.connector.google.api;

import org.mimawari.live.ServiceException;

/** Gives access tokens; safe for several threads. */
interface Tokens {

    /**
     * A token for one scope in the name of one user that is good for some minutes at least.
     *
     * @param refused the token that was refused, or an empty text
     * @throws ServiceException where there is none to be had, and why
     */
    String token(Scope scope, String subject, String refused) throws ServiceException;
}
