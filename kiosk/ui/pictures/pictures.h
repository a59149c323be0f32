// Pictures: from a name and a size to a texture, decoded and scaled on a worker, so that nothing visible ever waits.
// Until a picture is there a screen draws without it; a picture that cannot be read is said once in the journal and
// left out, and so is one whose decoding throws. Owner: the stage. All calls on the drawing thread; `on_ready` is
// called on the worker.
#pragma once
#include "base/result.h"
#include "system/worker.h"
#include "ui/pictures/textures.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::ui {

enum class Decode { on_worker, at_once };

// Pictures that did not come with the program: those of this folder are decoded by what the app gives, which need not
// trust them. Without a decoder they are decoded as all others.
struct ForeignPictures {
    std::filesystem::path folder;
    std::function<Result<Image>(std::string_view bytes, std::string const& name)> decode;
};

class Pictures {
public:
    // Looks for name.png in the folders, in their order.
    Pictures(std::vector<std::filesystem::path> folders, Textures& textures, Decode decode,
             std::function<void()> on_ready, ForeignPictures foreign = {});
    ~Pictures();
    Pictures(Pictures const&) = delete;
    Pictures& operator=(Pictures const&) = delete;

    // Whether there is a file of this name; asked of the disk once.
    bool has(std::string const& name);
    // 0 while it is not there, or never will be.
    TextureId get(std::string const& name, int width, int height);
    // Takes what the worker has finished, and gives it what the last frame asked for: not before, so that decoding
    // never delays the frame that asked. True if something new can be drawn. Call between frames.
    bool tend();
    Power power() const { return textures_.power(); }
    // Whether the last frame asked for something that tend() has still to give to the worker.
    bool asked() const { return !asked_.empty(); }
    bool waiting() const { return asked() || worker_.busy(); }
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
        long last_used = 0; // frame
    };
    // Pictures kept, [px]: 24 screens of 1920x1080, 200 MB.
    static constexpr long kMostPixels = 50'000'000;

    using Finished = std::pair<Request, Image>;

    // Empty where it cannot be shown, which is said in the journal.
    Image load(Request const& request) const;
    Result<Image> read(Request const& request) const;
    void upload(Request const& request, Image const& image);
    void drop_oldest();

    std::vector<std::filesystem::path> folders_;
    Textures& textures_;
    Decode decode_;
    ForeignPictures foreign_;
    std::map<std::string, bool> known_; // names asked for, and whether there is a file
    std::map<Request, Entry> entries_;
    std::vector<Request> asked_; // by the frame now drawn
    int generation_ = 0;
    long frame_ = 0;
    Worker<Finished> worker_; // last: its jobs use what stands above
};

} // namespace kiosk::ui
