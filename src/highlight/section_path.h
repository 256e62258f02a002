// SPDX-License-Identifier: Apache-2.0
// section_path.h — the headings above a section of a stored document.
#ifndef SIGNPOST_HIGHLIGHT_SECTION_PATH_H_
#define SIGNPOST_HIGHLIGHT_SECTION_PATH_H_

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "segment/stored_document.h"

namespace signpost::highlight {

// Returns them from the outermost to the section's own. REQUIRES: section < stored.sections.size().
inline std::vector<std::string> SectionPath(const segment::StoredDocument& stored, std::size_t section) {
  std::vector<std::string> out;
  int level = 7;
  for (std::size_t i = section + 1; i-- > 0 && level > 1;) {
    const segment::StoredSection& above = stored.sections[i];
    if (above.level == 0 || above.level >= level || above.heading.empty()) continue;
    out.emplace_back(above.heading);
    level = above.level;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_SECTION_PATH_H_
