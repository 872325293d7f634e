/** Filter scripts of mail servers: Sieve, and what lies in home folders (.forward, procmail, Exim). */
@NullMarked
package org.mimawari.connector.export.script;

import org.jspecify.annotations.NullMarked;
