// Pictures: textures by name and size, decoded and scaled on a worker thread, so that no frame waits for them. Until a
// picture is ready a screen draws without it; then it fades in. Icons are so small that the frame that asks for one has
// it at once. A picture that cannot be read, or whose decoding throws, is logged once and left out. Owner: the stage.
// All calls on the drawing thread; `on_ready` is called on the worker.
#pragma once
#include "base/clock.h"
#include "base/result.h"
#include "system/worker.h"
#include "ui/pictures/textures.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::ui {

// Pictures that did not come with the program and may be malicious: those in `folder` are decoded by `decode`, for
// instance in a process without rights. Without a decoder they are decoded like all others.
struct UntrustedPictures {
    std::filesystem::path folder;
    std::function<Result<Image>(std::string_view bytes, std::string const& name)> decode;
};

// A texture, or none yet, and how much of it is to be seen: less than 1 while it fades in, since a frame was drawn
// without it.
struct Picture {
    TextureId texture = 0;
    float opacity = 1;
    bool is_late = false; // without a texture yet: it is being decoded
};

// How long a late picture fades in.
constexpr Duration kPictureFade = std::chrono::milliseconds(280);

class Pictures {
public:
    // Looks for name.png in the folders, in their order. A folder's focus.txt says where subjects are, which cover()
    // keeps in sight: lines of a name and a number, for the picture of that name, its layers and its day.
    Pictures(std::vector<std::filesystem::path> folders, Textures& textures, Execution decode,
             std::function<void()> on_ready, UntrustedPictures untrusted = {});
    ~Pictures();
    Pictures(Pictures const&) = delete;
    Pictures& operator=(Pictures const&) = delete;

    // Whether there is a file of this name; looked up on the disk once.
    bool has(std::string const& name);
    // For the frame of `now`. No texture while it is not ready, or if it cannot be read. Sizes are [px].
    Picture get(std::string const& name, int width, int height, Instant now);
    // Has it decoded for a frame to come.
    void prepare(std::string const& name, int width, int height);
    // Whether pictures are decoded beside the drawing, so that it is worth to prepare some.
    bool decodes_ahead() const { return decode_ == Execution::on_worker; }
    // To be called between frames. Uploads what the worker has finished, and passes on the requests of the last frame:
    // not earlier, so that decoding never delays the frame itself. True if something new can be drawn.
    bool tick();
    PictureMotion picture_motion() const { return textures_.picture_motion(); }
    // Whether the last frame has requests that tick() must still pass to the worker.
    bool has_requests() const { return !requests_.empty(); }
    bool waiting() const { return has_requests() || worker_.busy(); }
    static std::filesystem::path find(std::vector<std::filesystem::path> const& folders, std::string const& name);

private:
    struct Request {
        std::string name;
        int width = 0, height = 0;
        auto operator<=>(Request const&) const = default;
    };
    struct Entry {
        TextureId texture = 0;
        bool failed = false;
        bool late = false;         // a frame was drawn without it
        std::optional<Instant> in; // when it was first seen, if it is late
        long last_used = 0;        // frame
    };
    // Of all cached pictures, [px]: 24 screens of 1920x1080, 200 MB.
    static constexpr long kMostPixels = 50'000'000;

    using Finished = std::pair<Request, Image>;

    Entry& find_or_request(std::string const& name, int width, int height);
    // Ours, and small.
    bool is_quick(std::string const& name) const;
    // Empty where it cannot be shown, which is logged.
    Image load(Request const& request) const;
    Result<Image> read(Request const& request) const;
    double focus_of(std::string const& name) const;
    void upload(Request const& request, Image const& image);
    // Its texture without pixels, where nobody looks at them yet, or ever.
    void reserve(Request const& request);
    void evict_oldest();

    std::vector<std::filesystem::path> folders_;
    Textures& textures_;
    Execution decode_;
    UntrustedPictures untrusted_;
    std::map<std::string, double> focus_;
    std::map<std::string, bool> known_; // names looked up, and whether there is a file
    std::map<Request, Entry> entries_;
    std::vector<Request> requests_; // by the frame now drawn
    int generation_ = 0;
    long frame_ = 0;
    Worker<Finished> worker_; // last: its jobs use what stands above
};

} // namespace kiosk::ui
