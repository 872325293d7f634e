/** Forwarding and other identity settings that send mail or replies elsewhere. */
@NullMarked
package org.mimawari.indicator.forwarding;

import org.jspecify.annotations.NullMarked;
