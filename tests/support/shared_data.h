// SPDX-License-Identifier: Apache-2.0
// shared_data.h — where the corpora that are not part of the project lie, if they are there.
#ifndef SIGNPOST_TESTS_SUPPORT_SHARED_DATA_H_
#define SIGNPOST_TESTS_SUPPORT_SHARED_DATA_H_

#include <cstdlib>
#include <string>

// Returns the folder: SIGNPOST_SHARED_DATA from the environment, else ../shared/data beside the source tree.
inline std::string SharedData() {
  const char* value = std::getenv("SIGNPOST_SHARED_DATA");
  return value != nullptr ? value : SIGNPOST_SOURCE_DIR "/../shared/data";
}

#endif  // SIGNPOST_TESTS_SUPPORT_SHARED_DATA_H_
