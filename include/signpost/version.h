// SPDX-License-Identifier: Apache-2.0
// version.h — the version of the library, by the rules of Semantic Versioning 2.0.0.
#ifndef SIGNPOST_VERSION_H_
#define SIGNPOST_VERSION_H_

#define SIGNPOST_VERSION_MAJOR 0
#define SIGNPOST_VERSION_MINOR 1
#define SIGNPOST_VERSION_PATCH 0
#define SIGNPOST_VERSION_STRING "0.1.0"

#endif  // SIGNPOST_VERSION_H_
