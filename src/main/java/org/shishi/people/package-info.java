/** Who someone is, which posts and duties they hold, in which unit and division. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.shishi.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
