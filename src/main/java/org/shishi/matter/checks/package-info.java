/** Conditions that more than one pack needs. */
@NullMarked
package org.shishi.matter.checks;

import org.jspecify.annotations.NullMarked;
