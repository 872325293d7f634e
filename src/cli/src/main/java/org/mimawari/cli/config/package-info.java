/** The configuration file: read with line numbers, checked strictly, secrets resolved. */
@NullMarked
package org.mimawari.cli.config;

import org.jspecify.annotations.NullMarked;
