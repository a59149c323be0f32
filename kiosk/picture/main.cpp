// kiosk-picture: see README.md. Enters its sandbox before it reads the first byte of the picture.
#include "picture/pixels.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <seccomp.h>
#include <string>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STBI_NO_FAILURE_STRINGS
#define STBI_MAX_DIMENSIONS 8192
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

namespace {

using namespace kiosk::picture;

bool limit(__rlimit_resource what, rlim_t value)
{
    rlimit const most{value, value};
    return ::setrlimit(what, &most) == 0;
}

// Allows memory, standard input and output, and exit. Any other system call, or another argument, kills the process.
bool enter_sandbox()
{
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        ::prctl(PR_SET_DUMPABLE, 0) != 0)
        return false;
    if (!limit(RLIMIT_AS, kMostMemory) || !limit(RLIMIT_CPU, kMostSeconds) || !limit(RLIMIT_FSIZE, 0) ||
        !limit(RLIMIT_NOFILE, 3) || !limit(RLIMIT_CORE, 0))
        return false;
    auto* filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (!filter) return false;
    bool good = true;
    for (int const call : {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(exit),
                           SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn)})
        good = good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
    auto const allow_if = [&](int call, scmp_arg_cmp const& argument) {
        good = good && seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &argument) == 0;
    };
    // No executable memory.
    allow_if(SCMP_SYS(mmap), {.arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_EXEC, .datum_b = 0});
    allow_if(SCMP_SYS(read), {.arg = 0, .op = SCMP_CMP_EQ, .datum_a = STDIN_FILENO, .datum_b = 0});
    allow_if(SCMP_SYS(write), {.arg = 0, .op = SCMP_CMP_EQ, .datum_a = STDOUT_FILENO, .datum_b = 0});
    good = good && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return good;
}

// All of standard input; "" if it is too much.
std::string read_all()
{
    constexpr std::size_t kPiece = 64U << 10U;
    std::string bytes;
    for (;;) {
        auto const had = bytes.size();
        bytes.resize(had + kPiece);
        auto const count = ::read(STDIN_FILENO, bytes.data() + had, kPiece);
        bytes.resize(had + static_cast<std::size_t>(count > 0 ? count : 0));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return bytes;
        if (bytes.size() > kMostInput) return {};
    }
}

bool write_all(void const* data, std::size_t size)
{
    auto const* at = static_cast<char const*>(data);
    while (size > 0) {
        auto const written = ::write(STDOUT_FILENO, at, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        at += written;
        size -= static_cast<std::size_t>(written);
    }
    return true;
}

} // namespace

int main()
{
    if (!enter_sandbox()) ::_exit(kUnsafe);
    auto const bytes = read_all();
    int width = 0;
    int height = 0;
    int channels = 0;
    auto const* data = reinterpret_cast<stbi_uc const*>(bytes.data());
    auto const size = static_cast<int>(bytes.size());
    // Checks the size in the header before memory is allocated for it.
    if (bytes.empty() || stbi_info_from_memory(data, size, &width, &height, &channels) == 0 || width <= 0 ||
        height <= 0 || static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4 > kMostPixelBytes)
        ::_exit(kRefused);
    auto* pixels = stbi_load_from_memory(data, size, &width, &height, &channels, 4);
    if (!pixels) ::_exit(kRefused);
    PixelsHeader const header{kMark, static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
    auto const area = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    ::_exit(write_all(&header, sizeof header) && write_all(pixels, area * 4) ? 0 : kRefused);
}
