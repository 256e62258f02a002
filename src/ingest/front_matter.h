// SPDX-License-Identifier: Apache-2.0
// front_matter.h — the YAML between two lines of `---` at the beginning of a Markdown file.
//
// Scalars:  null, true and false, decimal integers and decimal fractions are typed as JSON would; everything else,
//           dates and quoted scalars included, is a string. `no` is a string: it is a language.
#ifndef SIGNPOST_INGEST_FRONT_MATTER_H_
#define SIGNPOST_INGEST_FRONT_MATTER_H_

#include <string_view>

#include <absl/status/statusor.h>

#include <signpost/document.h>

namespace signpost::ingest {

// Fills `document` from the front matter of `text`, as ingest.h says, and returns what follows it. Text without front
// matter is returned as it is. InvalidArgument, `LINE: what, value`: front matter that does not end, is not a map in
// YAML, says a thing twice or a known thing in the wrong kind.
absl::StatusOr<std::string_view> ReadFrontMatter(std::string_view text, Document* document);

}  // namespace signpost::ingest

#endif  // SIGNPOST_INGEST_FRONT_MATTER_H_
