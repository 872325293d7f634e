/** Delegates, applications, second factors, devices and roles that let somebody stay. */
@NullMarked
package org.mimawari.indicator.access;

import org.jspecify.annotations.NullMarked;
