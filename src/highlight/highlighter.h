// SPDX-License-Identifier: Apache-2.0
// highlighter.h — shows where and why a document matched: marked title and headings, a snippet, the best sections.
//
// How:      matched positions are looked up in the token offsets that the segment keeps; no text is analysed again, except
//           the one word in which the typed beginning is marked.
// Threads:  one thread.
// Cost:     linear in the units of the values that are shown.
#ifndef SIGNPOST_HIGHLIGHT_HIGHLIGHTER_H_
#define SIGNPOST_HIGHLIGHT_HIGHLIGHTER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include <signpost/search.h>

#include "highlight/marked_text.h"
#include "match/doc_match.h"
#include "query/parsed_query.h"
#include "query/plan.h"
#include "segment/segment.h"
#include "segment/stored_document.h"
#include "segment/token_offsets.h"
#include "text/analyzer.h"

namespace signpost::highlight {

// What all documents of one answer share.
struct Context {
  const query::ParsedQuery& query;
  const query::Plan& plan;
  const std::vector<double>& slot_idf;  // by slot
  const text::Analyzer& analyzer;
  const HighlightOptions& options;
};

class Highlighter {
 public:
  // Everything given must outlive the highlighter.
  Highlighter(const Context& context, const segment::Segment& segment, const segment::StoredDocument& stored,
              const match::DocMatch& match);

  HighlightedText Title() const;
  std::vector<HighlightedText> Headings() const;  // of the sections that have one
  HighlightedText Snippet() const;
  HighlightedText Body() const;  // all sections, each on a line of its own
  // Of keywords and of other attributes, one text for each string; without marks when the attribute is not searched.
  std::vector<HighlightedText> Values(std::string_view name, const std::vector<Attribute>& attributes) const;
  std::vector<SectionHit> Sections() const;  // best first

 private:
  // A match within one value of a field.
  struct Place {
    std::uint32_t slot;
    std::uint32_t unit;  // first one, in the value
    Mark mark;
  };
  struct Field {
    int id = -1;  // -1: the attribute is not searched
    segment::FieldOffsets offsets;
  };
  // A run of units [begin, end) of one value.
  struct Window {
    std::size_t value = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    double score = 0;
  };

  Field FindField(std::string_view name) const;
  // Matches in one value, by unit. `units` are those of the value.
  std::vector<Place> Places(const Field& field, std::size_t value, std::string_view text,
                            const std::vector<text::Unit>& units) const;
  Mark MarkOf(const match::SlotOccurrence& occurrence, std::string_view text, text::Unit first, text::Unit last) const;
  HighlightedText Whole(const Field& field, std::size_t value, std::string_view text) const;
  HighlightedText Part(std::string_view text, const std::vector<text::Unit>& units, const std::vector<Place>& places,
                       std::size_t begin, std::size_t end) const;
  void Describe(const std::vector<Place>& places, HighlightedText* out) const;
  Window BestWindow(const std::vector<Place>& places, std::string_view text,
                    const std::vector<text::Unit>& units) const;
  HighlightedText Beginning() const;

  const Context& context_;
  const segment::Segment& segment_;
  const segment::StoredDocument& stored_;
  const match::DocMatch& match_;
  Field title_;
  Field headings_;
  Field body_;
  std::vector<match::SlotOccurrence> by_place_;  // by field and position
};

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_HIGHLIGHTER_H_
