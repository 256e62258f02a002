// SPDX-License-Identifier: Apache-2.0
// highlighter.h — shows where and why a document matched: marked title and headings, snippets, the best sections.
//
// How:      matched positions are looked up in the token offsets that the segment keeps; no text is analysed again, except
//           the one word of which a part is marked.
// Threads:  one thread.
// Cost:     linear in the matches and in what is shown; of the other units those between which a snippet may begin or end.
#ifndef SIGNPOST_HIGHLIGHT_HIGHLIGHTER_H_
#define SIGNPOST_HIGHLIGHT_HIGHLIGHTER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/search.h>

#include "highlight/context.h"
#include "highlight/matched_values.h"
#include "highlight/snippet_window.h"
#include "match/doc_match.h"
#include "segment/segment.h"
#include "segment/stored_document.h"

namespace signpost::highlight {

class Highlighter {
 public:
  using Field = MatchedValues::Field;

  // Everything given must outlive the highlighter; `scratch` serves one at a time.
  Highlighter(const Context& context, const segment::Segment& segment, const segment::StoredDocument& stored,
              const match::DocMatch& match, Scratch* scratch);

  HighlightedText Title() { return Whole(Open("title"), 0, stored_.title); }
  std::vector<HighlightedText> Headings();  // of the sections that have one
  HighlightedText Body();                   // all sections, each on a line of its own
  // The best places of the body, HighlightOptions::snippet_count at most; its beginning when nothing matched there, and nothing
  // when there is no text.
  std::vector<Snippet> Snippets(const SnippetLength& length);
  std::vector<SectionHit> Sections();  // best first

  // Any value of a field, whole or its best place; `text` is all of it, without marks when the field is not searched.
  Field Open(std::string_view name) { return values_.Open(name); }
  HighlightedText Whole(const Field& field, std::size_t value, std::string_view text);
  HighlightedText SnippetOf(const Field& field, std::size_t value, std::string_view text, const SnippetLength& length);

 private:
  void StartText() { scratch_.words.assign(context_.query.words.size(), 0); }
  void OpenSection(const Field& body, std::size_t section);
  // Appends the bytes [begin, end) of the open value, with marks; `text` is all of its text, `first_unit` the first one within.
  // True when every unit is marked.
  bool AppendPart(std::string_view text, std::size_t begin, std::size_t end, std::size_t first_unit, std::string* out);
  bool AllMarked(std::size_t unit, std::size_t end);
  // Says which words of the query were marked since StartText.
  void Describe(HighlightedText* out) const;
  HighlightedText Part(std::string_view text, ByteRange shown, std::size_t first_unit);
  void WeighWords();
  std::optional<Window> BestWindow(const Field& body, const SnippetLength& length, const std::vector<Window>& taken);
  // What is shown already counts less in the next snippet.
  void DiscountShown();
  Snippet ShowSnippet(const Field& body, const Window& window, const SnippetLength& length);
  void AddSectionScores(const Field& field, double factor);

  const Context& context_;
  const segment::StoredDocument& stored_;
  Scratch& scratch_;
  MatchedValues values_;
};

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_HIGHLIGHTER_H_
