package org.mimawari.connector.microsoft365.graph;

import org.mimawari.live.ServiceException;

/** Gives access tokens; safe for several threads. */
public interface Tokens {

    /**
     * A token that is good for some minutes at least.
     *
     * @param fresh true where the last one was refused
     * @throws ServiceException with {@code AUTH_FAILED} and the vendor's code where there is none to be had
     */
    String token(boolean fresh) throws ServiceException, InterruptedException;
}
