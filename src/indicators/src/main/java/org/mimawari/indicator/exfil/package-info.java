/** Reading, searching and exporting of mail. */
@NullMarked
package org.mimawari.indicator.exfil;

import org.jspecify.annotations.NullMarked;
