// Memory that runs out: while armed, the N-th allocation of this thread fails, once or from then on, both of C++'s and
// of SQLite's. After SQLite's own out-of-memory tests (sqlite.org/testing.html). Not under a sanitizer, where nothing
// ever fails and `works()` says so: AddressSanitizer has the allocator to itself, and under ThreadSanitizer thousands
// of processes of one thread each would take an hour and could show nothing.
#pragma once
#include "support/failing_vfs.h"

namespace test {

class FailingMemory {
public:
    // The n-th from now on.
    FailingMemory(long n, FailFor duration);
    ~FailingMemory();
    FailingMemory(FailingMemory const&) = delete;
    FailingMemory& operator=(FailingMemory const&) = delete;

    bool failed() const;
    static bool works();
};

} // namespace test
