/** Domains compared as people and registries see them. */
@NullMarked
package org.mimawari.indicator.domain;

import org.jspecify.annotations.NullMarked;
