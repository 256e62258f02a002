// SPDX-License-Identifier: Apache-2.0
// page_text.h — a document as one text, for comparisons that read like the page.
#ifndef SIGNPOST_TESTS_INGEST_PAGE_TEXT_H_
#define SIGNPOST_TESTS_INGEST_PAGE_TEXT_H_

#include <string>

#include <absl/status/statusor.h>
#include <signpost/document.h>

// `TITLE\n`, then for each section `## HEADING {#ANCHOR}\n` (as many # as its level) and its text. An error's message
// for an error.
inline std::string PageText(const absl::StatusOr<signpost::Document>& document) {
  if (!document.ok()) return "error " + std::string(document.status().message());
  std::string out = document->title + "\n";
  for (const signpost::Section& section : document->sections) {
    if (section.level > 0) {
      out += std::string(static_cast<std::size_t>(section.level), '#') + " " + section.heading + " {#" +
             section.anchor + "}\n";
    }
    if (!section.text.empty()) out += section.text + "\n";
  }
  return out;
}

#endif  // SIGNPOST_TESTS_INGEST_PAGE_TEXT_H_
