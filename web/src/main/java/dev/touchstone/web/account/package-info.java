/** Accounts: how somebody gets in and out, what keeps strangers from guessing, and how users and collections are kept. */
@NullMarked
package dev.touchstone.web.account;

import org.jspecify.annotations.NullMarked;
