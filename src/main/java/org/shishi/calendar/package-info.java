/** Working days, make-up days, "within 5 working days", with its derivation. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.shishi.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
