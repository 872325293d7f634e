/** Announcements over HTTPS: a signed webhook, Slack, Teams. */
@NullMarked
package org.mimawari.announce.web;

import org.jspecify.annotations.NullMarked;
