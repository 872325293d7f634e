/**
 * Asking Google's APIs: addresses, scopes, tokens for delegated users, pages, and what a refusal means. No type of Google's
 * libraries but addresses leaves it.
 */
@NullMarked
package org.mimawari.connector.google.api;

import org.jspecify.annotations.NullMarked;
