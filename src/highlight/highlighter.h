// SPDX-License-Identifier: Apache-2.0
// highlighter.h — shows where and why a document matched: marked title and headings, a snippet, the best sections.
//
// How:      matched positions are looked up in the token offsets that the segment keeps; no text is analysed again, except
//           the one word in which the typed beginning is marked.
// Threads:  one thread.
// Cost:     linear in the matches and in what is shown; of the other units those between which a snippet may begin or end.
#ifndef SIGNPOST_HIGHLIGHT_HIGHLIGHTER_H_
#define SIGNPOST_HIGHLIGHT_HIGHLIGHTER_H_

#include <cstddef>
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
  const text::Analyzer& analyzer;
  const HighlightOptions& options;
};

// A match within one value of a field.
struct Place {
  std::uint32_t occurrence;  // in DocMatch::occurrences
  std::uint32_t slot;
  std::uint32_t unit;  // first one, in the value
};

// What a highlighter works in, kept from document to document so that nothing is allocated again.
struct Scratch {
  segment::TokenOffsets offsets;
  segment::UnitTable units;
  std::vector<std::uint64_t> title, headings, body, other;  // see Highlighter::Field
  std::vector<std::uint64_t> sorting;
  std::vector<double> information;  // by slot
  std::vector<Place> places;
  std::vector<Mark> marks;
  std::vector<char> words;          // by word of the query: whether it is marked in the text that is being made
  std::vector<std::uint32_t> seen;  // by slot or by section: the last that was counted there
  std::uint32_t window = 0;         // counts those looked at, for `seen`
  std::vector<double> bounds;       // by place
  std::vector<double> section_scores;
};

class Highlighter {
 public:
  // Everything given must outlive the highlighter; `scratch` serves one at a time.
  Highlighter(const Context& context, const segment::Segment& segment, const segment::StoredDocument& stored,
              const match::DocMatch& match, Scratch* scratch);

  HighlightedText Title();
  std::vector<HighlightedText> Headings();  // of the sections that have one
  HighlightedText Snippet();
  HighlightedText Body();  // all sections, each on a line of its own
  // Of keywords and of other attributes, one text for each string; without marks when the attribute is not searched.
  std::vector<HighlightedText> Values(std::string_view name, const std::vector<Attribute>& attributes);
  std::vector<SectionHit> Sections();  // best first

 private:
  struct Field {
    int id = -1;  // -1: the attribute is not searched
    segment::FieldOffsets offsets;
    // What is marked in it, ascending: the position, and in the lower half the number of the occurrence.
    std::vector<std::uint64_t>* matches = nullptr;
  };
  // A run of units [begin, end) of one value.
  struct Window {
    std::size_t value = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    double score = 0;
  };

  Field OpenField(std::string_view name, std::vector<std::uint64_t>* matches);
  // Fills units_ with those of a value, and places_ with the matches in it, by unit.
  void OpenValue(const Field& field, std::size_t value, std::string_view text);
  bool AnyIn(const Field& field, std::size_t value) const;
  Mark MarkOf(const Place& place, std::string_view text);
  HighlightedText Whole(const Field& field, std::size_t value, std::string_view text);
  // Takes up a value, or a text without units when there is no such value.
  void OpenWhole(const Field& field, std::size_t value, std::string_view text);
  void OpenNothing();
  void StartText() { scratch_.words.assign(context_.query.words.size(), 0); }
  // Appends the units [begin, end) of what is open, with marks; `text` is all of its text. True when every unit is marked.
  bool AppendPart(std::string_view text, std::size_t begin, std::size_t end, std::string* out);
  bool AllMarked(std::size_t begin, std::size_t end);
  // Says which words of the query were marked since StartText.
  void Describe(HighlightedText* out) const;
  HighlightedText Part(std::string_view text, std::size_t begin, std::size_t end);
  std::size_t SentenceBegin(std::string_view text, std::size_t unit);
  double Information(std::size_t first, std::size_t end_unit);
  // Replaces `*best` by the best window of the open value, number `value`, when it is better.
  void FindWindow(std::size_t value, std::string_view text, Window* best);
  HighlightedText Beginning();
  HighlightedText BeginningWithoutUnits(std::string_view text);
  void AddSectionScores(const Field& field, double factor);

  const Context& context_;
  const segment::Segment& segment_;
  const segment::StoredDocument& stored_;
  const match::DocMatch& match_;
  Scratch& scratch_;
  segment::UnitTable& units_;
  std::vector<Place>& places_;
  Field title_;
  Field headings_;
  Field body_;
};

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_HIGHLIGHTER_H_
