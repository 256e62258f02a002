// SPDX-License-Identifier: Apache-2.0
// attribute_highlights.h — highlights and snippets of the searchable attributes that have no place of their own in a hit, as they
// nest in the document.
//
// Threads:  one thread.
#ifndef SIGNPOST_CATALOG_ATTRIBUTE_HIGHLIGHTS_H_
#define SIGNPOST_CATALOG_ATTRIBUTE_HIGHLIGHTS_H_

#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/search.h>

#include "catalog/attribute_selection.h"
#include "highlight/highlighter.h"
#include "segment/stored_document.h"

namespace signpost::catalog {

// Which attributes have snippets, and how long ones.
class SnippetSelection {
 public:
  // `wanted`: SearchRequest::attributes_to_snippet. InvalidArgument: a length is none.
  static absl::StatusOr<SnippetSelection> Create(const SearchRequest& request, const Settings& settings);

  bool Has(std::string_view name) const { return selection_.Has(name); }
  const AttributeSelection& selection() const { return selection_; }
  highlight::SnippetLength LengthOf(std::string_view name) const;

 private:
  struct Entry {
    std::string name;  // "*": those without an entry of their own
    highlight::SnippetLength length;
  };

  SnippetSelection(const std::vector<std::string>& names, const Settings& settings, std::vector<Entry> entries,
                   highlight::SnippetLength usual)
      : selection_(names, settings.unretrievable_attributes), entries_(std::move(entries)), usual_(usual) {}

  AttributeSelection selection_;
  std::vector<Entry> entries_;
  highlight::SnippetLength usual_;
};

class AttributeHighlights {
 public:
  // `fields`: the searchable attributes. All references must outlive it.
  AttributeHighlights(highlight::Highlighter* highlighter, const segment::StoredDocument& stored,
                      const std::vector<std::string>& fields, bool restrict_arrays)
      : highlighter_(*highlighter), stored_(stored), fields_(fields), restrict_arrays_(restrict_arrays) {}

  // Of all but title and headings.
  std::vector<HighlightedAttribute> Highlights(const AttributeSelection& selection);
  // Of all but the body.
  std::vector<HighlightedAttribute> Snippets(const SnippetSelection& snippets);

 private:
  // A list of texts of one field; `title`, `headings`, `keywords`.
  HighlightedAttribute List(std::string_view field, const std::vector<std::string_view>& texts,
                            const SnippetSelection* snippets);
  void AddOthers(std::string_view field, const AttributeSelection& selection, const SnippetSelection* snippets,
                 std::vector<HighlightedAttribute>* out);
  const std::vector<Attribute>& Attributes();

  highlight::Highlighter& highlighter_;
  const segment::StoredDocument& stored_;
  const std::vector<std::string>& fields_;
  const bool restrict_arrays_;
  std::vector<Attribute> attributes_;  // read when one is asked for
  bool attributes_read_ = false;
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_ATTRIBUTE_HIGHLIGHTS_H_
