// SPDX-License-Identifier: Apache-2.0
// section_builder.h — collects running text, lines and headings of a page and turns them into title and sections.
//
// Lines:    white space runs become one space, empty lines go. A line ends where EndLine says, before and behind a
//           heading, and at each line break of preformatted text. The cells of a table row are one line.
// Kinds:    each line knows what it is (LineKind). Inside a list item the first line is the item's, all others belong to it, those
//           of lists and code within it as well.
// Title:    when it is known, a first-level heading equal to it is the title again and opens no section. When it is
//           not, the first first-level heading is the title. It opens a section only if another heading stands before
//           it: what follows would end up below that one otherwise.
// Anchors:  the author's, else a slug of the heading (slug.h).
#ifndef SIGNPOST_INGEST_SECTION_BUILDER_H_
#define SIGNPOST_INGEST_SECTION_BUILDER_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <signpost/document.h>

#include "ingest/slug.h"

namespace signpost::ingest {

class SectionBuilder {
 public:
  // `title` is empty when it is not known yet.
  explicit SectionBuilder(std::string title = {}) : title_(std::move(title)) {}

  void Text(std::string_view text);
  // The words of a picture. A short label that stands alone in its line is left out: it says `Icon` or `Note`.
  void Label(std::string_view text);
  void Preformatted(std::string_view text);
  void EndLine();
  // True when the current line, cell or heading has no text yet.
  bool at_line_start() const { return line_.empty(); }

  // Rows do not nest; what would end a line inside a cell is a space there.
  void BeginRow(bool header = false);
  void EndCell();
  void EndRow();

  // A list item, which may hold others.
  void BeginItem(bool numbered);
  void EndItem();
  // One block of code. REQUIRES for the Ends: what they end has begun.
  void BeginCode();
  void EndCode() { in_code_ = false; }

  // What is added from BeginHeading to TakeHeading is the heading's text. The caller may then change it, and adds it;
  // a heading without text is dropped. `level` is 1 to 6, `anchor` the author's or empty.
  void BeginHeading();
  std::string TakeHeading();
  void AddHeading(std::string heading, int level, std::string_view anchor);

  // Moves title and sections into `document`. Where no title was found it is `fallback_title`, else the first heading,
  // else the beginning of the text.
  void Finish(std::string_view fallback_title, Document* document) &&;

 private:
  bool TakeTitle(const std::string& heading);
  std::string TakeLine();
  void AddLine(std::string_view line);
  LineKind NextKind(const Section& section);

  std::string title_;
  bool title_seen_ = false;  // as a heading
  std::vector<Section> sections_;
  AnchorSet anchors_;

  std::string line_;            // of the current line, cell or heading
  bool line_has_text_ = false;  // more than labels
  bool pending_space_ = false;
  bool in_heading_ = false;
  bool in_row_ = false;
  bool in_header_row_ = false;
  bool in_code_ = false;
  bool code_begun_ = false;               // it has a line
  int item_depth_ = 0;                    // open list items
  LineKind item_kind_ = LineKind::kText;  // of the outermost
  bool item_begun_ = false;
  std::string row_;
};

}  // namespace signpost::ingest

#endif  // SIGNPOST_INGEST_SECTION_BUILDER_H_
