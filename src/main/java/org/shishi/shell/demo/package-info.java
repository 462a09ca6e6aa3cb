/** A month of the demonstration city, played through the front door. */
@NullMarked
package org.shishi.shell.demo;

import org.jspecify.annotations.NullMarked;
