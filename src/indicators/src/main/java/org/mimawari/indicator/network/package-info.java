/** What is known about networks and countries without asking anybody: packaged lists with a version. */
@NullMarked
package org.mimawari.indicator.network;

import org.jspecify.annotations.NullMarked;
