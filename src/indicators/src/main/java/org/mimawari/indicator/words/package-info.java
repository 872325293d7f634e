/** Word lists in Japanese and English, and how they are compared with text an attacker wrote. */
@NullMarked
package org.mimawari.indicator.words;

import org.jspecify.annotations.NullMarked;
