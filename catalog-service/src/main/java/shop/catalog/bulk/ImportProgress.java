package shop.catalog.bulk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import shop.contracts.bulk.ImportReport;

/// How far an import is.
///
/// @param indexed how many of the lines stored so far (created, updated, unchanged) wait for nothing in the index
record ImportProgress(@JsonUnwrapped ImportReport report, long indexed) {

    static ImportProgress of(ImportReport report, long indexedChanges) {
        return new ImportProgress(report, report.unchanged() + indexedChanges);
    }
}
