/** The command line: run, import, export, verify, bench, backup. */
@ApplicationModule(
        allowedDependencies = {
            "sheet",
            "paper",
            "paper::lists",
            "advice",
            "matter",
            "ledger",
            "ledger::store",
            "procedure",
            "people",
            "post",
            "calendar",
            "files",
            "watch"
        })
@NullMarked
package org.shishi.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
