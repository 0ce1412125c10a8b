-- Reads one story of many: wrk -s get.lua BASE -- PATH STORIES, with %d in the path where the number of the story goes.
dofile(os.getenv("BENCH_LOAD") .. "/done.lua")

local threads = 0

function setup(thread)
   thread:set("id", threads)
   threads = threads + 1
end

function init(args)
   path = args[1]
   stories = tonumber(args[2])
   math.randomseed(os.time() + 1000 * id)
end

function request()
   return wrk.format("GET", string.format(path, math.random(1, stories)))
end
