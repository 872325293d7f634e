/** Connections to other hosts: whom they trust, and how long they may take. */
@NullMarked
package org.mimawari.announce.net;

import org.jspecify.annotations.NullMarked;
