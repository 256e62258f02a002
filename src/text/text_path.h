// SPDX-License-Identifier: Apache-2.0
// text_path.h — the way a text takes through the analysis.
#ifndef SIGNPOST_TEXT_TEXT_PATH_H_
#define SIGNPOST_TEXT_TEXT_PATH_H_

namespace signpost::text {

enum class TextPath {
  kFast,     // short cuts for what most text is made of
  kGeneral,  // the rules and ICU for everything: what the short cuts are held to by tests
};

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_TEXT_PATH_H_
