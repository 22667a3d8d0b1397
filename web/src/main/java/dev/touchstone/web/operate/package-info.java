/** What an operator does with a home: check it, back it up, restore it, export it, take documents out of it. */
@NullMarked
package dev.touchstone.web.operate;

import org.jspecify.annotations.NullMarked;
