#include "support/failing_memory.h"

#include <cstdlib>
#include <new>
#include <sqlite3.h>

namespace test {

namespace {

struct Plan {
    long countdown = 0; // 0: not armed
    FailFor duration = FailFor::once;
    bool failed = false;
};

thread_local Plan plan;

} // namespace

FailingMemory::FailingMemory(long n, FailFor duration) { plan = {n, duration, false}; }
FailingMemory::~FailingMemory() { plan = {}; }
bool FailingMemory::failed() const { return plan.failed; }

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

bool FailingMemory::works() { return false; }

#else

namespace {

bool fails()
{
    if (plan.countdown == 0) return plan.failed && plan.duration == FailFor::good;
    if (--plan.countdown > 0) return false;
    plan.failed = true;
    return true;
}

sqlite3_mem_methods& usual()
{
    static sqlite3_mem_methods methods{};
    return methods;
}

// SQLite's allocator is chosen before it is first used.
bool const kChosen = [] {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual());
    auto methods = usual();
    methods.xMalloc = [](int size) { return fails() ? nullptr : usual().xMalloc(size); };
    methods.xRealloc = [](void* memory, int size) { return fails() ? nullptr : usual().xRealloc(memory, size); };
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK;
}();

} // namespace

bool FailingMemory::works() { return kChosen; }

void* allocate(std::size_t size)
{
    auto* memory = fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
    if (!memory) throw std::bad_alloc();
    return memory;
}

#endif

} // namespace test

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
void* operator new(std::size_t size) { return test::allocate(size); }
void* operator new[](std::size_t size) { return test::allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
#endif
