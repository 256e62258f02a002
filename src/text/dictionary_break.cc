// SPDX-License-Identifier: Apache-2.0
#include "text/dictionary_break.h"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

namespace signpost::text {
namespace {

// Made once, under the guard of a static: opening one reads rules and fills caches of ICU that all threads share. Null when
// ICU has no data for it.
const icu::BreakIterator* Prototype() {
  static const std::unique_ptr<const icu::BreakIterator> prototype = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) made.reset();
    return made;
  }();
  return prototype.get();
}

// An iterator holds a position: one for each thread.
icu::BreakIterator* IteratorOfThisThread() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator(Prototype() == nullptr ? nullptr
                                                                                         : Prototype()->clone());
  return iterator.get();
}

}  // namespace

void BreakByDictionary(std::string_view run, std::vector<std::uint32_t>* ends) {
  ends->clear();
  UErrorCode status = U_ZERO_ERROR;
  UText* text = utext_openUTF8(nullptr, run.data(), static_cast<std::int64_t>(run.size()), &status);
  icu::BreakIterator* iterator = IteratorOfThisThread();
  if (U_SUCCESS(status) && iterator != nullptr) {
    iterator->setText(text, status);
    if (U_SUCCESS(status)) {
      iterator->first();
      for (int32_t end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
        ends->push_back(static_cast<std::uint32_t>(end));
      }
    }
  }
  utext_close(text);
  if (ends->empty() || ends->back() != run.size()) ends->push_back(static_cast<std::uint32_t>(run.size()));
}

}  // namespace signpost::text
