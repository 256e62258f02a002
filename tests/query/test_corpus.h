// SPDX-License-Identifier: Apache-2.0
// test_corpus.h — a corpus of made-up titles, and what a query comes to in it.
#ifndef SIGNPOST_TESTS_QUERY_TEST_CORPUS_H_
#define SIGNPOST_TESTS_QUERY_TEST_CORPUS_H_

#include <signpost/document.h>
#include <signpost/settings.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/deadline.h"
#include "query/match_options.h"
#include "query/parsed_query.h"
#include "query/plan.h"
#include "segment/corpus.h"
#include "segment/segment_builder.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace signpost::query {

inline Document Titled(std::string title, std::string body = {}) {
  static int number = 0;
  return {.object_id = "d" + std::to_string(number++),
          .lang = "en",
          .title = std::move(title),
          .sections = {{.text = std::move(body)}}};
}

inline segment::LiveSegment SegmentOf(const std::vector<Document>& documents, const Settings& settings = {}) {
  segment::SegmentBuilder builder(settings, "en", {});
  for (const Document& document : documents) builder.Add(document);
  auto sections = std::make_shared<segment::OwnedSections>(std::move(builder).Build());
  segment::SectionViews views;
  for (std::size_t i = 0; i < sections->bytes.size(); ++i) views.bytes[i] = sections->bytes[i];
  auto opened = segment::Segment::Open(views, sections);
  if (!opened.ok()) throw std::runtime_error("a segment that was just built does not open");
  return segment::LiveSegment(*opened);
}

// A corpus of one segment.
inline segment::Corpus CorpusOf(const std::vector<Document>& documents, const Settings& settings = {}) {
  return segment::Corpus({SegmentOf(documents, settings)});
}

inline const text::Analyzer& English() {
  static const text::Analyzer analyzer(text::FindLanguagePack("en"));
  return analyzer;
}

inline Plan PlanOf(std::string_view query, const segment::Corpus& corpus, const MatchOptions& options = {}) {
  Deadline never;
  return MakePlan(Parse(query, English(), options), corpus, English(), options, &never);
}

}  // namespace signpost::query

#endif  // SIGNPOST_TESTS_QUERY_TEST_CORPUS_H_
